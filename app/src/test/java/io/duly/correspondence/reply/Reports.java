package io.duly.correspondence.reply;

/** Reports of machines about a message of ours. */
final class Reports {
  private Reports() {}

  static String bounced(String messageId) {
    return """
        From: MAILER-DAEMON@mx.debtor.example
        To: accounts@brightwell.example
        Subject: Undelivered Mail Returned to Sender
        Message-ID: <b1@mx.debtor.example>
        MIME-Version: 1.0
        Content-Type: multipart/report; report-type=delivery-status; boundary="x1"

        --x1
        Content-Type: text/plain

        I am sorry.

        --x1
        Content-Type: message/delivery-status

        Reporting-MTA: dns; mx.debtor.example

        Final-Recipient: rfc822; k-1@debtor.example
        Action: failed
        Status: 5.1.1
        Diagnostic-Code: smtp; 550 no such user

        --x1
        Content-Type: text/rfc822-headers

        Message-ID: %s

        --x1--
        """
        .formatted(messageId);
  }

  static String complained(String messageId) {
    return """
        From: feedback@provider.example
        To: accounts@brightwell.example
        Subject: complaint
        Message-ID: <c1@provider.example>
        MIME-Version: 1.0
        Content-Type: multipart/report; report-type=feedback-report; boundary="x1"

        --x1
        Content-Type: text/plain

        This is an abuse report.

        --x1
        Content-Type: message/feedback-report

        Feedback-Type: abuse
        Version: 1

        --x1
        Content-Type: message/rfc822

        From: accounts@brightwell.example
        Message-ID: %s
        Subject: Reminder

        text
        --x1--
        """
        .formatted(messageId);
  }
}
