/// A queue that gives its least element first.
struct BinaryHeap<Element: Comparable & Sendable>: Sendable {
  private var elements: [Element] = []

  mutating func insert(_ element: Element) {
    var place = elements.count
    elements.append(element)
    while place > 0 {
      let parent = (place - 1) / 2
      guard element < elements[parent] else { break }
      elements[place] = elements[parent]
      place = parent
    }
    elements[place] = element
  }

  /// Nil when it is empty.
  mutating func removeLeast() -> Element? {
    guard let least = elements.first else { return nil }
    let moved = elements.removeLast()
    guard !elements.isEmpty else { return least }
    var place = 0
    while 2 * place + 1 < elements.count {
      var child = 2 * place + 1
      if child + 1 < elements.count, elements[child + 1] < elements[child] { child += 1 }
      guard elements[child] < moved else { break }
      elements[place] = elements[child]
      place = child
    }
    elements[place] = moved
    return least
  }
}
