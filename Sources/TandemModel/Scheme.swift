/// What the scheme asks for on the way from a panel to a label.
public struct Scheme: Hashable, Sendable {
  /// An area that an audit looks at, such as governance.
  public enum AreaVocabulary {}
  public typealias Area = Term<AreaVocabulary>

  /// Days from the announcement in which the cluster may object to an expert, 0…365.
  public var objectionDays: Int
  /// Days from the invitation in which an expert is to answer, 0…365.
  public var answerDays: Int
  /// Days before the start by which the questionnaire is to be handed in, 0…365.
  public var questionnaireDays: Int
  /// What an expert declares on accepting.
  public var declaration: Declaration
  /// What each report scores, in its order.
  public var areas: [Area]
  /// The mean score in percent from which a label is awarded, 0…100; none where there is no such rule.
  public var thresholds: [Label: Int]
  /// Months for which a label holds from the end of its own, 1…600.
  public var labelMonths: Int
  /// Months after its end in which a label can be renewed, 0…600.
  public var renewalMonths: Int
  /// Days for which an expert's word holds that all their interests are declared, 1…3,650.
  public var interestDays: Int
  /// What a cluster is to have been awarded before it asks for a label.
  public var preconditions: [Label: Precondition]
  /// Where the coordinator's days begin and end.
  public var timeZone: Zone

  public init(
    objectionDays: Int, answerDays: Int, questionnaireDays: Int, declaration: Declaration,
    areas: [Area], thresholds: [Label: Int], labelMonths: Int, renewalMonths: Int,
    interestDays: Int, preconditions: [Label: Precondition], timeZone: Zone
  ) {
    self.objectionDays = objectionDays
    self.answerDays = answerDays
    self.questionnaireDays = questionnaireDays
    self.declaration = declaration
    self.areas = areas
    self.thresholds = thresholds
    self.labelMonths = labelMonths
    self.renewalMonths = renewalMonths
    self.interestDays = interestDays
    self.preconditions = preconditions
    self.timeZone = timeZone
  }
}

/// How often a cluster is to have been awarded a label.
public struct Precondition: Hashable, Sendable {
  public var label: Label
  /// 1…100.
  public var times: Int

  public init(label: Label, times: Int) {
    self.label = label
    self.times = times
  }
}

/// A declaration of independence, as an expert reads it.
public struct Declaration: Hashable, Sendable {
  /// What is kept with each acceptance: a new text takes a new version. 1…1,000,000.
  public var version: Int
  public var text: String

  public init(version: Int, text: String) {
    self.version = version
    self.text = text
  }
}

extension Scheme {
  /// After what is public of the scheme: a gold label from 80 % on, a silver one after a second bronze one,
  /// labels of two years that can be renewed within one more, a questionnaire two to three weeks before the
  /// visit. ESCA is in Berlin.
  public static let standard = Scheme(
    objectionDays: 7, answerDays: 5, questionnaireDays: 21,
    declaration: Declaration(
      version: 1,
      text: "I am independent of the cluster and of its members. I have declared all my interests, "
        + "and none of them lets me gain or lose by the outcome. I have not advised the cluster "
        + "within two years. Should any of this change, I shall recuse myself at once."),
    areas: ["structure", "governance", "financing", "strategy", "services", "involvement"]
      .compactMap { Area($0) },
    thresholds: Label("gold").map { [$0: 80] } ?? [:], labelMonths: 24, renewalMonths: 12,
    interestDays: 365,
    preconditions: Label("silver").flatMap { silver in
      Label("bronze").map { [silver: Precondition(label: $0, times: 2)] }
    } ?? [:], timeZone: Zone("Europe/Berlin"))
}
