package org.communitydesk.wire;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Fetches what a link of a stranger leads to, and nothing inside our own network: the host is
 * resolved once, only public addresses are taken, and the connection goes to the very address that
 * was checked, again on each redirect. The host and port of the platform's own API are exempt.
 */
public final class Download {

  private static final Duration LIMIT = Duration.ofSeconds(20);
  private static final Duration WAIT = Duration.ofSeconds(30);
  private static final int MAX_REDIRECTS = 3;

  /** Waited too long, too early, too many: the same link may work later. */
  private static final Set<Integer> NOT_NOW = Set.of(408, 425, 429);

  private final URI trusted;
  private final URI proxy;
  private final Resolver resolver;
  private final Duration limit;

  /** Names to addresses; a seam, because a test cannot rent a rebinding name server. */
  interface Resolver {
    InetAddress[] resolve(String host) throws UnknownHostException;
  }

  /**
   * @param trusted the base address of the platform's API
   * @param proxy {@code http://host:port}; null means none
   */
  public Download(URI trusted, URI proxy) {
    this(trusted, proxy, InetAddress::getAllByName, LIMIT);
  }

  Download(URI trusted, URI proxy, Resolver resolver, Duration limit) {
    this.trusted = trusted;
    this.proxy = proxy;
    this.resolver = resolver;
    this.limit = limit;
  }

  /**
   * The bytes behind the link.
   *
   * @throws CallFailure.Refused when it is gone, longer than {@code maxBytes} or leads where we do
   *     not go
   * @throws CallFailure.Busy when it cannot be had now
   */
  public byte[] fetch(String link, int maxBytes) throws CallFailure {
    return fetch(link, maxBytes, Map.of());
  }

  /**
   * As {@link #fetch(String, int)} with headers, which only the platform's own API gets to see.
   *
   * @throws CallFailure.Refused as {@link #fetch(String, int)}
   * @throws CallFailure.Busy when it cannot be had now
   */
  public byte[] fetch(String link, int maxBytes, Map<String, String> headers) throws CallFailure {
    try (Visit visit = new Visit(limit)) {
      URI address = parse(link);
      for (int redirects = 0; redirects <= MAX_REDIRECTS; redirects++) {
        Map<String, String> shown = isTrusted(address) ? headers : Map.of();
        Visit.Page page = visit.get(address, door(address), maxBytes, shown);
        if (page.status() / 100 != 3) {
          return content(page, maxBytes);
        }
        address = next(address, page.location());
      }
      throw new CallFailure.Refused("Ссылка перенаправляет слишком много раз");
    } catch (IOException e) {
      throw new CallFailure.Busy("Файл сейчас не скачивается", WAIT);
    }
  }

  private static byte[] content(Visit.Page page, int maxBytes) {
    if (NOT_NOW.contains(page.status()) || page.status() >= 500) {
      throw new CallFailure.Busy("Файл сейчас не отдают, HTTP " + page.status(), WAIT);
    }
    if (page.status() != 200) {
      throw new CallFailure.Refused("Файла больше нет, HTTP " + page.status());
    }
    if (page.body().length > maxBytes) {
      throw new CallFailure.Refused("Файл больше " + maxBytes + " байт");
    }
    return page.body();
  }

  private static URI parse(String link) {
    try {
      URI address = URI.create(link.strip());
      String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
      if ((scheme.equals("https") || scheme.equals("http"))
          && address.getHost() != null
          && address.getRawUserInfo() == null) {
        return address;
      }
    } catch (IllegalArgumentException e) {
      throw new CallFailure.Refused("Ссылка записана с ошибкой");
    }
    throw new CallFailure.Refused("Ссылка не ведёт на обычный веб-адрес");
  }

  private static URI next(URI from, Optional<String> location) {
    URI to;
    try {
      to = parse(from.resolve(location.orElse("")).toString());
    } catch (IllegalArgumentException e) {
      throw new CallFailure.Refused("Ссылка перенаправляет на адрес с ошибкой");
    }
    if (Visit.isSecure(from) && !Visit.isSecure(to)) {
      throw new CallFailure.Refused("Ссылка перенаправляет на незащищённый адрес");
    }
    return to;
  }

  private boolean isTrusted(URI address) {
    return address.getHost().equalsIgnoreCase(trusted.getHost())
        && Visit.port(address) == Visit.port(trusted)
        && Visit.isSecure(address) == Visit.isSecure(trusted);
  }

  private Visit.Door door(URI address) throws UnknownHostException {
    String host = address.getHost();
    int port = Visit.port(address);
    if (isTrusted(address)) {
      InetSocketAddress own =
          proxy == null
              ? new InetSocketAddress(host, port)
              : InetSocketAddress.createUnresolved(host, port);
      return new Visit.Door(own, Optional.ofNullable(proxy));
    }
    if (Addresses.isDisguised(host) || (port != 80 && port != 443)) {
      throw new CallFailure.Refused("Ссылка ведёт на адрес, куда мы не ходим");
    }
    InetAddress[] resolved = resolver.resolve(host);
    if (resolved.length == 0 || !Arrays.stream(resolved).allMatch(Addresses::isPublic)) {
      throw new CallFailure.Refused("Ссылка ведёт на адрес, куда мы не ходим");
    }
    return new Visit.Door(new InetSocketAddress(resolved[0], port), Optional.ofNullable(proxy));
  }
}
