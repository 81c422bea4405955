import TandemMatching
import TandemModel
import TandemNetwork
import TandemProtocol

extension Wire.Panel {
  init(_ panel: Panel, _ auditCase: AuditCase, _ state: NetworkState) {
    self.init(
      start: panel.start, days: auditCase.length, experts: panel.seats.experts,
      language: panel.language, names: state.name)
  }
}

extension Wire.Alternative {
  init(
    _ expert: ExpertID, _ ranked: RankedPanel, _ difference: Int, _ auditCase: AuditCase,
    _ state: NetworkState
  ) {
    self.init()
    self.expert = expert.text
    name = state.name(of: expert)
    panel = Wire.Panel(ranked.panel, auditCase, state)
    cost = ranked.cost
    self.difference = difference
  }
}

extension Wire.WhyNot {
  init(_ whyNot: WhyNot, _ auditCase: AuditCase, _ state: NetworkState) {
    self.init()
    expert = whyNot.expert.text
    name = state.name(of: whyNot.expert)
    bars = whyNot.reasons.map { reason in
      .with {
        $0.breach = Wire.Breach(reason.breach)
        $0.starts = reason.starts.map(Wire.Date.init)
        $0.waived = reason.isWaived
      }
    }
    switch whyNot.answer {
    case .noStart(let breaches):
      verdict = .noStart
      bars += breaches.map { breach in .with { $0.breach = Wire.Breach(breach) } }
    case .barred: verdict = .barred
    case .panel(let ranked, let difference):
      verdict = .free
      alternative = Wire.Alternative(whyNot.expert, ranked, difference, auditCase, state)
    case .noPanel(let found):
      verdict = .noPartner
      obstacles = found.obstacles.map { obstacle in
        .with {
          $0.partners = obstacle.partners
          $0.example = Wire.Breach(obstacle.example)
        }
      }
    }
  }
}

extension Wire.WhyUnfilled {
  init(
    _ why: WhyUnfilled, _ found: [Relaxation], _ auditCase: AuditCase, _ state: NetworkState
  ) {
    self.init()
    whole = Wire.Funnel(why.whole)
    starts = why.starts.map { Wire.Funnel($0.funnel, on: $0.start) }
    relaxations = found.map { relaxation in
      .with {
        $0.waivers = relaxation.waivers.map { Wire.Waiver($0) }
        $0.weight = relaxation.weight
        $0.panel = Wire.Panel(relaxation.panel, auditCase, state)
        $0.cost = relaxation.cost
      }
    }
  }
}

extension Wire.Funnel {
  init(_ funnel: Funnel, on start: Day? = nil) {
    self.init()
    self.start = start.map(Wire.Date.init)
    experts = funnel.experts
    expertSteps = funnel.expertSteps.map(Wire.FunnelStep.init)
    panels = funnel.panels
    panelSteps = funnel.panelSteps.map(Wire.FunnelStep.init)
  }
}

extension Wire.FunnelStep {
  init(_ step: Funnel.Step) {
    self.init()
    rule = step.rule.rawValue
    left = step.left
  }
}
