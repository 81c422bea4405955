import Synchronization
import TandemModel

/// The sound panels that verifiers of one problem have seen: plans that are checked one after another
/// have most panels in common, and each is looked at once.
final class PanelMemory: Sendable {
  /// When it holds more panels than that, some 100 MB, it forgets them all.
  private static let limit = 200_000

  private let indexed: IndexedProblem
  private let known = Mutex<[Plan.Entry: SoundPanel]>([:])

  init(_ indexed: IndexedProblem) { self.indexed = indexed }

  /// The panels in their order; nil where something is wrong with one.
  func look(at panels: [Plan.Entry]) -> [SoundPanel?] {
    var looked = known.withLock { known in panels.map { known[$0] } }
    let new = panels.indices.filter { looked[$0] == nil }
    let found = inParallel(new.count) { SoundPanel(panels[new[$0]], in: self.indexed) }
    for (place, panel) in zip(new, found) { looked[place] = panel }
    known.withLock { known in
      if known.count + new.count > Self.limit { known = [:] }
      for (place, panel) in zip(new, found) { known[panels[place]] = panel }
    }
    return looked
  }
}
