package io.duly.webhooks;

import java.math.BigInteger;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;

/**
 * Which addresses lie outside: those that the registries of IANA for special purposes (RFC 6890 and what followed it) do not set
 * aside. A webhook must not reach the machine itself, its network, or what tells machines in a cloud their secrets.
 */
final class PublicAddresses {
  /** 168.63.129.16 and 100.64/10 hold, beside what the registry says, services of clouds that speak to their machines alone. */
  private static final List<Block> SET_ASIDE =
      List.of(
          Block.of("0.0.0.0", 8), Block.of("10.0.0.0", 8), Block.of("100.64.0.0", 10), Block.of("127.0.0.0", 8), Block.of("168.63.129.16", 32), Block.of("169.254.0.0", 16),
          Block.of("172.16.0.0", 12), Block.of("192.0.0.0", 24), Block.of("192.0.2.0", 24), Block.of("192.31.196.0", 24), Block.of("192.52.193.0", 24), Block.of("192.88.99.0", 24),
          Block.of("192.168.0.0", 16), Block.of("192.175.48.0", 24), Block.of("198.18.0.0", 15), Block.of("198.51.100.0", 24), Block.of("203.0.113.0", 24), Block.of("224.0.0.0", 3),
          Block.of("2001::", 23), Block.of("2001:db8::", 32), Block.of("2002::", 16), Block.of("2620:4f:8000::", 48), Block.of("3fff::", 20));

  private static final Block GLOBAL_UNICAST = Block.of("2000::", 3);

  /** Behind these lies an address of the old kind: RFC 6052. */
  private static final Block TRANSLATED = Block.of("64:ff9b::", 96);

  private PublicAddresses() {}

  static boolean holds(InetAddress address) {
    if (TRANSLATED.holds(address)) {
      return holds(address(Arrays.copyOfRange(address.getAddress(), 12, 16)));
    }
    return (address instanceof Inet4Address || GLOBAL_UNICAST.holds(address)) && SET_ASIDE.stream().noneMatch(block -> block.holds(address));
  }

  private static InetAddress address(byte[] bytes) {
    try {
      return InetAddress.getByAddress(bytes);
    } catch (UnknownHostException impossible) {
      throw new IllegalStateException("Four bytes are an address", impossible);
    }
  }

  /** Addresses that begin alike. */
  private record Block(InetAddress first, int bits) {
    static Block of(String first, int bits) {
      return new Block(InetAddress.ofLiteral(first), bits);
    }

    boolean holds(InetAddress address) {
      var bytes = address.getAddress();
      int rest = bytes.length * 8 - bits;
      return bytes.length == first.getAddress().length
          && new BigInteger(1, bytes).shiftRight(rest).equals(new BigInteger(1, first.getAddress()).shiftRight(rest));
    }
  }
}
