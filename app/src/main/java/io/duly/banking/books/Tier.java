package io.duly.banking.books;

import io.duly.banking.books.Candidate.Bar;

/** What shows that two payments of the same amount are one, from the surest to the least. */
enum Tier {
  WORD_FOR_WORD(Bar.WORDING) {
    @Override
    String clue(Facts of) {
      return String.join("|", of.day().toString(), of.bankReference(), of.endToEnd(), of.account(), of.name(), of.text());
    }

    @Override
    boolean fits(Facts one, Candidate candidate) {
      return true;
    }
  },
  BANK_REFERENCE(Bar.REFERENCE) {
    @Override
    String clue(Facts of) {
      return of.bankReference();
    }

    @Override
    boolean fits(Facts one, Candidate candidate) {
      return one.daysFrom(candidate.facts()) <= 10 && !one.contradicts(candidate.facts());
    }
  },
  END_TO_END(Bar.REFERENCE) {
    @Override
    String clue(Facts of) {
      return of.endToEnd();
    }

    @Override
    boolean fits(Facts one, Candidate candidate) {
      var other = candidate.facts();
      boolean bankTellsThemApart = candidate.bar() != Bar.SOURCES && !one.bankReference().equals(other.bankReference());
      return one.daysFrom(other) <= 5 && !one.contradicts(other) && !bankTellsThemApart;
    }
  },
  ACCOUNT(Bar.SOURCES) {
    @Override
    String clue(Facts of) {
      return of.account();
    }
  },
  NAME(Bar.SOURCES) {
    @Override
    String clue(Facts of) {
      return of.name();
    }
  },
  TEXT(Bar.SOURCES) {
    @Override
    String clue(Facts of) {
      return of.text();
    }
  },
  DAY(Bar.SOURCES) {
    @Override
    String clue(Facts of) {
      return of.day().toString();
    }

    @Override
    boolean fits(Facts one, Candidate candidate) {
      return candidate.whole() || !one.contradictsInWords(candidate.facts());
    }
  };

  private final Bar most;

  Tier(Bar most) {
    this.most = most;
  }

  /** What must be the same; empty where the bank does not say it. */
  abstract String clue(Facts of);

  /** What must be so beside. */
  boolean fits(Facts one, Candidate candidate) {
    return one.daysFrom(candidate.facts()) <= 1 && !one.contradicts(candidate.facts());
  }

  boolean proves(Bar bar) {
    return bar.compareTo(most) <= 0;
  }
}
