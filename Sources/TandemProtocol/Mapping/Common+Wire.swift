import TandemModel

extension Wire.Date {
  public init(_ day: Day) {
    let parts = day.parts
    self.init()
    year = parts.year
    month = parts.month
    self.day = parts.day
  }
}

extension Wire.Panel {
  /// `names`: the experts' names, as far as they are known.
  public init(
    start: Day, days: Int, experts: some Sequence<ExpertID>, language: Language?,
    names: (ExpertID) -> String
  ) {
    self.init()
    self.start = Wire.Date(start)
    end = Wire.Date(start.adding(days - 1))
    seats = experts.sorted().map { expert in
      .with {
        $0.expert = expert.text
        $0.name = names(expert)
      }
    }
    self.language = language?.text ?? ""
  }
}
