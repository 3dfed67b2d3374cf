package io.duly.correspondence.sending;

class SmsKillTest extends KilledAtAProvider {
  @Override
  String[] byProvider() {
    return new String[] {
      "update parties.debtor set phone = '+49151' || (12000000 + substr(external_id, 3)::int)",
      "update correspondence.message set channel = 'sms'",
      "update correspondence.sender set sms_provider = 'default', sms_from = 'Brightwell'"
    };
  }

  @Override
  String key() {
    return "sms:";
  }
}
