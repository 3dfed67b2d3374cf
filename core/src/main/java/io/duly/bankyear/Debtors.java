package io.duly.bankyear;

import io.duly.bankyear.Business.Style;
import io.duly.kernel.DebtorId;
import java.util.ArrayList;
import java.util.List;

/** Makes the debtors. */
final class Debtors {
  private static final List<Long> PRICES = List.of(4_900L, 9_900L, 14_900L, 19_900L, 49_000L, 119_00L, 5_950L);

  private final Dice dice;
  private final Profile profile;
  private final Names names;

  Debtors(Dice dice, Profile profile, Names names) {
    this.dice = dice;
    this.profile = profile;
    this.names = names;
  }

  List<Business> make() {
    var made = new ArrayList<Business>();
    for (int at = 0; at < profile.debtors(); at++) {
      made.add(one(10_000 + at * 7));
    }
    return made;
  }

  private Business one(int number) {
    var name = names.next();
    var called = new ArrayList<String>();
    var accounts = new ArrayList<String>();
    for (int account = dice.oneIn(1, 6) ? 2 : 1; account > 0; account--) {
      called.add(dice.permille(40) ? names.unlike() : names.asTheBankSays(name));
      accounts.add("DE" + dice.digits(20));
    }
    return new Business(new DebtorId(dice.id()), Integer.toString(number), name, called, accounts, style(), dice.between(-12, 25),
        dice.permille(profile.discounts() * 3 / 2), dice.permille(profile.charges() * 4), dice.permille(profile.combined() * 2),
        dice.permille(profile.subscribers()) ? dice.of(PRICES) : 0);
  }

  private Style style() {
    int draw = dice.below(100);
    if (draw < 25) {
      return Style.REFERENCE;
    }
    return draw < 55 ? Style.FULL : draw < 70 ? Style.LONG : draw < 85 ? Style.BARE : Style.SLOPPY;
  }
}
