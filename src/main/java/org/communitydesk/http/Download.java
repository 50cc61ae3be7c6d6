package org.communitydesk.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Fetches files, and from a link of a stranger nothing inside our own network: the host is resolved
 * once, only public addresses are taken, and the connection goes to the very address that was
 * checked, again on each redirect. Exempt are the platform's own addresses, as {@link FileAddress}
 * knows them, and one folder where an installation says that the platform keeps its files.
 */
public final class Download {

  private static final Duration LIMIT = Duration.ofSeconds(20);
  private static final Duration WAIT = Duration.ofSeconds(30);
  private static final int MAX_REDIRECTS = 3;

  /** Waited too long, too early, too many: the same link may work later. */
  private static final Set<Integer> NOT_NOW = Set.of(408, 425, 429);

  private final URI files;
  private final URI proxy;
  private final Resolver resolver;
  private final Duration limit;

  /** Names to addresses; a seam, because a test cannot rent a rebinding name server. */
  interface Resolver {
    InetAddress[] resolve(String host) throws UnknownHostException;
  }

  /**
   * @param files a folder whose files are fetched also where it lies in our own network; null means
   *     none
   * @param proxy {@code http://host:port}; null means none
   */
  public Download(URI files, URI proxy) {
    this(files, proxy, InetAddress::getAllByName, LIMIT);
  }

  Download(URI files, URI proxy, Resolver resolver, Duration limit) {
    this.files = files;
    this.proxy = proxy;
    this.resolver = resolver;
    this.limit = limit;
  }

  /**
   * The bytes behind a stranger's link.
   *
   * @throws CallFailure.Refused when it is gone, longer than {@code maxBytes} or leads where we do
   *     not go
   * @throws CallFailure.Busy when it cannot be had now
   */
  public byte[] fetch(String link, int maxBytes) throws CallFailure {
    return fetch(FileAddress.stranger(link), maxBytes, Map.of());
  }

  /**
   * The bytes at the address.
   *
   * @param headers only the platform's own addresses get to see them
   * @throws CallFailure.Refused as {@link #fetch(String, int)}
   * @throws CallFailure.Busy when it cannot be had now
   */
  public byte[] fetch(FileAddress address, int maxBytes, Map<String, String> headers)
      throws CallFailure {
    return fetch(address, maxBytes, headers, "(?!)");
  }

  /**
   * As {@link #fetch(FileAddress, int, Map)}, where the platform keeps files on hosts of its own.
   *
   * @param hosts a regular expression of the public https hosts that get to see the headers, too
   * @throws CallFailure.Refused as {@link #fetch(String, int)}
   * @throws CallFailure.Busy when it cannot be had now
   */
  public byte[] fetch(FileAddress address, int maxBytes, Map<String, String> headers, String hosts)
      throws CallFailure {
    try (Visit visit = new Visit(limit)) {
      FileAddress here = address;
      for (int redirects = 0; redirects <= MAX_REDIRECTS; redirects++) {
        URI uri = here.uri();
        boolean shown = here.isOwn() || (Visit.isSecure(uri) && uri.getHost().matches(hosts));
        Visit.Page page = visit.get(uri, door(here), maxBytes, shown ? headers : Map.of());
        if (page.status() / 100 != 3) {
          return content(page, maxBytes);
        }
        here = here.redirected(page.location());
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

  private Visit.Door door(FileAddress address) throws UnknownHostException {
    String host = address.uri().getHost();
    int port = Visit.port(address.uri());
    if (address.isOwn() || (files != null && FileAddress.isUnder(files, address.uri()))) {
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
