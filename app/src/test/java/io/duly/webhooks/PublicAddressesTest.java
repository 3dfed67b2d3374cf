package io.duly.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nobody makes the server ask itself, its neighbours, or what tells machines in a cloud their secrets. */
@Tag("P40")
class PublicAddressesTest {
  @ParameterizedTest
  @ValueSource(strings = {
    "0.0.0.0", "10.0.0.1", "10.255.255.255", "100.64.0.1", "100.100.100.200", "100.127.255.255", "127.0.0.1", "127.255.255.254", "168.63.129.16", "169.254.0.1", "169.254.169.254", "172.16.0.1",
    "172.31.255.255", "192.0.0.1", "192.0.0.192", "192.0.2.1", "192.88.99.1", "192.168.0.1", "198.18.0.1", "198.19.255.255", "198.51.100.7", "203.0.113.9", "224.0.0.1", "239.255.255.255", "240.0.0.1",
    "255.255.255.255", "::", "::1", "::ffff:127.0.0.1", "::ffff:169.254.169.254", "::ffff:10.0.0.1", "::127.0.0.1", "64:ff9b::7f00:1", "64:ff9b::a9fe:a9fe", "64:ff9b:1::1", "100::1", "2001::1", "2001:db8::1",
    "2002:7f00:1::", "3fff::1", "fc00::1", "fd00:ec2::254", "fdff::1", "fe80::1", "fec0::1", "ff02::1"
  })
  void whatIsSetAsideIsInside(String address) {
    assertThat(PublicAddresses.holds(InetAddress.ofLiteral(address))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {
    "1.1.1.1", "8.8.8.8", "9.255.255.255", "11.0.0.0", "100.63.255.255", "100.128.0.0", "126.255.255.255", "128.0.0.1", "168.63.129.17", "169.253.255.255", "169.255.0.0", "172.15.255.255", "172.32.0.0",
    "192.167.255.255", "192.169.0.0", "198.17.255.255", "198.20.0.0", "223.255.255.255", "2606:4700::1111", "2a00:1450:4001::200e", "64:ff9b::808:808", "::ffff:8.8.8.8"
  })
  void whatIsNotIsOutside(String address) {
    assertThat(PublicAddresses.holds(InetAddress.ofLiteral(address))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {
    "http://93.184.216.34/x", "ftp://93.184.216.34/", "https://user@93.184.216.34/", "https://user:secret@93.184.216.34/", "https://93.184.216.34/#part", "https:///x", "javascript:alert(1)", "93.184.216.34", "https://93.184.216.34/ä",
    "https://a b/", ""
  })
  void anAddressIsOfTheWebAndNothingElse(String address) {
    assertThat(new Destinations("").fault(address)).contains(CannotMakeWebhook.Why.ADDRESS);
  }

  @ParameterizedTest
  @ValueSource(strings = {
    "https://localhost/", "https://LOCALHOST./", "https://127.0.0.1:8080/x", "https://127.1/", "https://2130706433/", "https://[::1]/", "https://[::ffff:127.0.0.1]/", "https://[::ffff:a9fe:a9fe]/", "https://169.254.169.254/latest/meta-data/",
    "https://10.0.0.7/", "https://no-such-name.invalid/"
  })
  void aNameThatLeadsInsideIsRefused(String address) {
    assertThat(new Destinations("").fault(address)).isPresent();
  }

  @Test
  void whoRunsTheServerMayNameHostsInside() {
    var reach = new Destinations(" erp.intern , 127.0.0.1,::1");
    assertThat(reach.fault("http://127.0.0.1:9000/hook")).isEmpty();
    assertThat(reach.fault("https://[::1]/hook")).isEmpty();
    assertThat(reach.fault("https://localhost/hook")).contains(CannotMakeWebhook.Why.INSIDE);
  }

  @Test
  void theClientItselfIsToldWhereItMayGo() throws UnknownHostException {
    assertThatThrownBy(() -> new Destinations("").resolve("localhost")).isInstanceOf(Inside.class);
    assertThat(new Destinations("").resolve("93.184.216.34")).hasSize(1);
  }
}
