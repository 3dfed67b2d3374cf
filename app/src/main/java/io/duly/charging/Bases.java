package io.duly.charging;

import io.duly.ledger.Charge;
import io.duly.rules.Basis;

/** What a charge stands on, as the rules name it and as the ledger keeps it. */
final class Bases {
  private Bases() {}

  static Charge.Basis of(Chargeable.Item item) {
    var basis = item.basis();
    return new Charge.Basis(basis.id(), basis.statute(), basis.section(), basis.source(), item.terms(), item.compounds());
  }

  static Basis of(Charge charge) {
    var basis = charge.basis();
    return new Basis(basis.rule(), "", basis.statute(), basis.section(), basis.source());
  }
}
