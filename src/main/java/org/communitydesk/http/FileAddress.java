package org.communitydesk.http;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where a file lies, and how far that address is trusted. A link that stands in a message or in a
 * platform's event is a stranger's; an address that we made ourselves, or that the API answered
 * when asked for a file's id, is the platform's own if it leads to the API's origin.
 */
public final class FileAddress {

  private static final Pattern DETOUR = Pattern.compile("(?i)/\\.{0,2}(/|$)|%2e|%2f|%5c|\\\\");

  private final URI uri;
  private final boolean own;

  private FileAddress(URI uri, boolean own) {
    this.uri = uri;
    this.own = own;
  }

  /**
   * A link of anybody.
   *
   * @throws CallFailure.Refused when it is no plain http(s) address
   */
  public static FileAddress stranger(String link) {
    return new FileAddress(parsed(link), false);
  }

  /**
   * What the API answered when asked for a file's id: its own where it leads to the API's origin,
   * else treated as a stranger's.
   *
   * @param base the address of the API, as configured
   * @throws CallFailure.Refused when it is no plain http(s) address
   */
  public static FileAddress answered(URI base, String link) {
    URI uri = parsed(link);
    return new FileAddress(uri, isSameOrigin(base, uri));
  }

  /**
   * An address of the API's that we make.
   *
   * @param path what follows the base address, percent-encoded, with a slash at its beginning
   * @throws CallFailure.Refused when the path leads out of the base address
   */
  public static FileAddress made(URI base, String path) {
    URI uri = parsed(base + path);
    if (!path.startsWith("/") || !isUnder(base, uri)) {
      throw new CallFailure.Refused("Ссылка ведёт на адрес, куда мы не ходим");
    }
    return new FileAddress(uri, true);
  }

  URI uri() {
    return uri;
  }

  boolean isOwn() {
    return own;
  }

  /** Where an answer from here sends us; the trust ends with the origin. */
  FileAddress redirected(Optional<String> location) {
    URI to;
    try {
      to = parsed(uri.resolve(location.orElse("")).toString());
    } catch (IllegalArgumentException e) {
      throw new CallFailure.Refused("Ссылка перенаправляет на адрес с ошибкой");
    }
    if (Visit.isSecure(uri) && !Visit.isSecure(to)) {
      throw new CallFailure.Refused("Ссылка перенаправляет на незащищённый адрес");
    }
    return new FileAddress(to, own && isSameOrigin(uri, to));
  }

  /** Whether the address lies under another one: the same origin, and no way out of its path. */
  static boolean isUnder(URI folder, URI address) {
    String path = address.getRawPath();
    return isSameOrigin(folder, address)
        && path.startsWith(folder.getRawPath().replaceFirst("/+$", "") + "/")
        && !DETOUR.matcher(path.replaceFirst("^/", "")).find();
  }

  private static boolean isSameOrigin(URI one, URI other) {
    return one.getHost().equalsIgnoreCase(other.getHost())
        && Visit.port(one) == Visit.port(other)
        && Visit.isSecure(one) == Visit.isSecure(other);
  }

  private static URI parsed(String link) {
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

  /** Without the query, in which a key may stand. */
  @Override
  public String toString() {
    return uri.getScheme() + "://" + uri.getHost();
  }
}
