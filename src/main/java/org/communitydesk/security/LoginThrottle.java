package org.communitydesk.security;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Slows down who guesses passwords, and locks nobody out: a stranger's tries never keep a person
 * waiting at an address where that person has signed in before. Counts on this node only, in memory
 * of a fixed size.
 */
@Component
public class LoginThrottle {

  private static final int MOST = 20_000;
  private static final int LONGEST_KEY = 100;
  private static final int NETWORK_BYTES = 8;

  private final Clock clock;

  /** One login from one address: 5 tries, then 2 a minute. */
  private final Buckets pairs = new Buckets(5, Duration.ofSeconds(30), MOST);

  /** All logins from one address: 30 tries, then 12 a minute. */
  private final Buckets addresses = new Buckets(30, Duration.ofSeconds(5), MOST);

  /** One login from addresses where it was never right: 20 tries, then 6 a minute. */
  private final Buckets logins = new Buckets(20, Duration.ofSeconds(10), MOST);

  private final Set<String> known =
      Collections.newSetFromMap(
          new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
              return size() > MOST;
            }
          });

  LoginThrottle(Clock clock) {
    this.clock = clock;
  }

  /**
   * Counts a try before its password is looked at, so that many at once do not slip through.
   *
   * @param address of the client, as the web server knows it
   * @throws TryLater when there were too many
   */
  public synchronized Attempt begin(String address, String login) {
    Instant now = clock.instant();
    String from = network(address);
    String who = cut(login);
    String pair = from + " " + who;
    Duration pause = pairs.pause(pair, now);
    boolean stranger = !known.contains(pair);
    if (stranger) {
      pause = longer(pause, longer(addresses.pause(from, now), logins.pause(who, now)));
    }
    check(pause);
    pairs.pour(pair, now);
    if (stranger) {
      addresses.pour(from, now);
      logins.pour(who, now);
    }
    return new Attempt(from, who, stranger);
  }

  /**
   * Counts a try that names no login.
   *
   * @throws TryLater when there were too many from the address
   */
  public synchronized void beginAtAddress(String address) {
    Instant now = clock.instant();
    String from = network(address);
    check(addresses.pause(from, now));
    addresses.pour(from, now);
  }

  private synchronized void succeeded(Attempt attempt) {
    Instant now = clock.instant();
    String pair = attempt.from + " " + attempt.login;
    pairs.empty(pair);
    if (attempt.stranger) {
      addresses.takeBack(attempt.from, now);
      logins.takeBack(attempt.login, now);
    }
    known.add(pair);
  }

  private static void check(Duration pause) {
    if (pause.compareTo(Duration.ZERO) > 0) {
      throw new TryLater(pause);
    }
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) > 0 ? one : other;
  }

  private static String cut(String login) {
    return login.length() > LONGEST_KEY ? login.substring(0, LONGEST_KEY) : login;
  }

  /** Whoever has an address of IPv6 has 2⁶⁴ of them. */
  static String network(String address) {
    if (!address.contains(":")) {
      return address;
    }
    try {
      InetAddress parsed = InetAddress.getByName(address);
      return parsed instanceof Inet6Address six
          ? HexFormat.of().formatHex(six.getAddress(), 0, NETWORK_BYTES)
          : parsed.getHostAddress();
    } catch (UnknownHostException notAnAddress) {
      return cut(address);
    }
  }

  /** A try whose outcome is not known yet; one that is never finished was wrong. */
  public final class Attempt {

    private final String from;
    private final String login;
    private final boolean stranger;

    private Attempt(String from, String login, boolean stranger) {
      this.from = from;
      this.login = login;
      this.stranger = stranger;
    }

    /** The password was right: nothing is counted, and the address is known for this login. */
    public void succeeded() {
      LoginThrottle.this.succeeded(this);
    }
  }
}
