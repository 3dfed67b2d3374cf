package io.duly.correspondence.sending;

/** A process that sends by a provider of SMS and one of letters until nothing waits, or is killed. */
final class ProviderUntilDone {
  private ProviderUntilDone() {}

  /** @param args as of {@link SendUntilDone}, then the address of the provider */
  public static void main(String[] args) throws Exception {
    var environment = new java.util.HashMap<>(Post.environment(Integer.parseInt(args[1])));
    environment.putAll(java.util.Map.of(
        "DULY_PRINT_URL", args[4], "DULY_PRINT_SHAPE", "letter-json", "DULY_PRINT_TOKEN", "t0ken", "DULY_PRINT_SECONDS", "1", "DULY_PRINT_PER_MINUTE", "1000000"));
    environment.putAll(java.util.Map.of("DULY_SMS_URL", args[4], "DULY_SMS_SHAPE", "sms-json-bearer", "DULY_SMS_TOKEN", "t0ken", "DULY_SMS_SECONDS", "1", "DULY_SMS_PER_MINUTE", "1000000"));
    SendUntilDone.send(args, environment);
  }
}
