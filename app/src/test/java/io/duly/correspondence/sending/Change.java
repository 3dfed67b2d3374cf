package io.duly.correspondence.sending;

import io.duly.kernel.DebtorId;
import java.util.UUID;

/** What can happen just before a message would leave, written as other nodes would write it. */
enum Change {
  /** Money is imported and found to be for the invoice. */
  PAID("withdrawn") {
    @Override
    void happens(Post post, DebtorId debtor) {
      var receipt = receipt(post, "'" + debtor + "'", 120000);
      post.database.execute(
          """
          insert into ledger.posting (id, creditor_id, debtor_id, invoice_id, currency, kind, receipt_id, amount, effective_on, actor)
          select gen_random_uuid(), creditor_id, debtor_id, id, 'EUR', 'receipt', '%s', gross, '%s', 'file:bank.csv' from ledger.invoice
          """
              .formatted(receipt, Post.TODAY));
    }
  },
  PAID_IN_PART("withdrawn") {
    @Override
    void happens(Post post, DebtorId debtor) {
      var receipt = receipt(post, "'" + debtor + "'", 20000);
      post.database.execute(
          """
          insert into ledger.posting (id, creditor_id, debtor_id, invoice_id, currency, kind, receipt_id, amount, effective_on, actor)
          select gen_random_uuid(), creditor_id, debtor_id, id, 'EUR', 'receipt', '%s', 20000, '%s', 'file:bank.csv' from ledger.invoice
          """
              .formatted(receipt, Post.TODAY));
    }
  },
  /** Money is imported that names the debtor and no invoice. */
  MONEY_LIES_UNALLOCATED("withdrawn") {
    @Override
    void happens(Post post, DebtorId debtor) {
      receipt(post, "'" + debtor + "'", 5000);
    }
  },
  /** Money is imported that could be the debtor's. */
  MONEY_COULD_BE_THEIRS("withdrawn") {
    @Override
    void happens(Post post, DebtorId debtor) {
      var receipt = receipt(post, "null", 120000);
      post.database.execute(
          "insert into ledger.receipt_candidate values ('%s', '%s', '%s', 'same amount')".formatted(receipt, debtor, post.creditor));
    }
  },
  DISPUTED("withdrawn") {
    @Override
    void happens(Post post, DebtorId debtor) {
      post.database.execute(
          """
          insert into cases.dispute (id, creditor_id, debtor_id, invoice_id, amount, why, opened_on, answer_due_on, recorded_by)
          select gen_random_uuid(), creditor_id, debtor_id, id, 1000, 'two are missing', '%1$s', '%1$s', 'duly' from ledger.invoice
          """
              .formatted(Post.TODAY));
    }
  },
  HELD("withdrawn") {
    @Override
    void happens(Post post, DebtorId debtor) {
      post.database.execute(
          """
          insert into cases.hold (id, creditor_id, debtor_id, kind, why, since, placed_by)
          values (gen_random_uuid(), '%s', '%s', 'manual', 'talks are under way', '%s', 'duly')
          """
              .formatted(post.creditor, debtor, Post.TODAY));
    }
  },
  PROMISED("withdrawn") {
    @Override
    void happens(Post post, DebtorId debtor) {
      post.database.execute(
          """
          insert into agreements.promise (id, creditor_id, case_id, debtor_id, currency, amount, made_on, due_on, recorded_by)
          select gen_random_uuid(), creditor_id, id, debtor_id, 'EUR', 120000, '%s', '%s', 'duly' from cases.recovery_case
          """
              .formatted(Post.TODAY, Post.TODAY.plusDays(7)));
    }
  },
  STOP_ASKED_FOR("withdrawn") {
    @Override
    void happens(Post post, DebtorId debtor) {
      post.database.execute(
          """
          insert into correspondence.stated_wish (id, creditor_id, debtor_id, kind, received_at, words, recorded_by, recorded_at)
          values (gen_random_uuid(), '%1$s', '%2$s', 'stop', '%3$s', 'please stop', 'duly', '%3$s')
          """
              .formatted(post.creditor, debtor, post.clock.instant()));
    }
  },
  EMAIL_REFUSED("withdrawn") {
    @Override
    void happens(Post post, DebtorId debtor) {
      post.database.execute(
          "insert into parties.contact_person (id, creditor_id, debtor_id, name, refused_channels) values (gen_random_uuid(), '%s', '%s', 'Ann', '{email}')"
              .formatted(post.creditor, debtor));
    }
  },
  /** The bank account is known only up to a week ago. */
  BANK_DATA_IS_TOO_OLD("checked") {
    @Override
    void happens(Post post, DebtorId debtor) {
      post.database.execute(
          "insert into banking.account (id, creditor_id, number, currency, known_to) values (gen_random_uuid(), '%s', 'DE02120300000000202051', 'EUR', '%s')"
              .formatted(post.creditor, Post.TODAY.minusDays(7)));
    }
  },
  /** A colleague has just called. */
  CALLED("checked") {
    @Override
    void happens(Post post, DebtorId debtor) {
      post.database.execute(
          """
          insert into correspondence.contact (id, creditor_id, debtor_id, direction, channel, day)
          values (gen_random_uuid(), '%s', '%s', 'out', 'call', '%s')
          """
              .formatted(post.creditor, debtor, Post.TODAY));
    }
  },
  PAUSED("checked") {
    @Override
    void happens(Post post, DebtorId debtor) {
      post.in(tx -> post.the(Pauses.class).place(tx, Pauses.Whom.everything(), "stop the presses", "duly", post.clock.instant()));
    }
  };

  private final String leaves;

  Change(String leaves) {
    this.leaves = leaves;
  }

  abstract void happens(Post post, DebtorId debtor);

  /** The state in which the message is afterwards. */
  String leaves() {
    return leaves;
  }

  private static UUID receipt(Post post, String debtor, long amount) {
    var id = UUID.randomUUID();
    post.database.execute(
        """
        insert into ledger.receipt (id, creditor_id, debtor_id, currency, amount, received_on, kind)
        values ('%s', '%s', %s, 'EUR', %d, '%s', 'bank')
        """
            .formatted(id, post.creditor, debtor, amount, Post.TODAY));
    return id;
  }
}
