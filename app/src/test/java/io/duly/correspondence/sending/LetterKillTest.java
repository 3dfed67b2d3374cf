package io.duly.correspondence.sending;

class LetterKillTest extends KilledAtAProvider {
  @Override
  String[] byProvider() {
    return new String[] {
      "update parties.debtor set street = 'Road ' || external_id, postal_code = '10115', city = 'Berlin'",
      "update correspondence.message set channel = 'letter'",
      "update correspondence.sender set print_provider = 'default'"
    };
  }

  @Override
  String key() {
    return "letter:";
  }
}
