import TandemModel
import TandemNetwork
import TandemProtocol

extension Wire.Announcement {
  init(_ announcement: Announcement, in state: NetworkState) {
    self.init()
    on = Wire.Date(announcement.on)
    objectionsUntil = Wire.Date(state.lastDayOfObjections(announcement))
  }
}

extension Wire.Invitation {
  init(_ invitation: Invitation, of expert: ExpertID, in state: NetworkState) {
    self.init()
    self.expert = expert.text
    on = Wire.Date(invitation.on)
    answerBy = Wire.Date(state.lastDayOfAnswer(invitation))
    guard let acceptance = invitation.acceptance else { return }
    accepted = true
    acceptedAt = Wire.Timestamp(milliseconds: acceptance.origin.time)
    declarationVersion = acceptance.declaration.version
  }
}

extension Wire.Vacancy {
  init(_ vacancy: Vacancy, in state: NetworkState) {
    self.init()
    start = Wire.Date(vacancy.start)
    seats = vacancy.experts.sorted().map { expert in
      .with {
        $0.expert = expert.text
        $0.name = state.name(of: expert)
      }
    }
  }
}

extension Wire.Report {
  init(_ filed: FiledReport, of expert: ExpertID) {
    self.init()
    self.expert = expert.text
    recommended = filed.report.recommended
    scores = filed.report.scores.sorted { $0.key < $1.key }.map { area, percent in
      .with {
        $0.area = area.text
        $0.percent = percent
      }
    }
    note = filed.report.note
    time = Wire.Timestamp(milliseconds: filed.origin.time)
  }
}

extension Wire.Verdict {
  init(_ verdict: Verdict) {
    self.init()
    awarded = verdict.awarded
    reason = verdict.reason
    actor = verdict.origin.actor
    time = Wire.Timestamp(milliseconds: verdict.origin.time)
  }
}
