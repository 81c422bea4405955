/// An array in pages. A copy shares all pages but those that are changed after.
struct Pages<Element: Sendable>: Sendable {
  private static var size: Int { 128 }

  private var pages: [[Element]] = []
  private(set) var count = 0

  subscript(index: Int) -> Element {
    get { pages[index / Self.size][index % Self.size] }
    set { pages[index / Self.size][index % Self.size] = newValue }
  }

  mutating func append(_ element: Element) {
    if count % Self.size == 0 { pages.append([]) }
    pages[count / Self.size].append(element)
    count += 1
  }
}
