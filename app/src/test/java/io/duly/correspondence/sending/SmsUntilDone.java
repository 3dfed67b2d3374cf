package io.duly.correspondence.sending;

/** A process that sends SMS until nothing waits, or is killed. */
final class SmsUntilDone {
  private SmsUntilDone() {}

  /** @param args as of {@link SendUntilDone}, then the address of the provider */
  public static void main(String[] args) throws Exception {
    var environment = new java.util.HashMap<>(Post.environment(Integer.parseInt(args[1])));
    environment.putAll(java.util.Map.of("DULY_SMS_URL", args[4], "DULY_SMS_SHAPE", "sms-json-bearer", "DULY_SMS_TOKEN", "t0ken", "DULY_SMS_SECONDS", "1", "DULY_SMS_PER_MINUTE", "1000000"));
    SendUntilDone.send(args, environment);
  }
}
