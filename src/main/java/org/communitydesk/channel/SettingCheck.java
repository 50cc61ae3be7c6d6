package org.communitydesk.channel;

import java.net.URI;
import org.communitydesk.conversation.Platform;
import org.communitydesk.http.Secret;

/** Checks one account's settings; a fault names the setting in full, the same way everywhere. */
final class SettingCheck {

  private final String prefix;

  public SettingCheck(Platform platform, String account) {
    this.prefix = "desk.channel." + platform.id() + "." + account + ".";
  }

  /**
   * @param form a regular expression of the whole value
   * @param fix what to set, one sentence
   * @throws BadSetting when it is missing or of another form
   */
  public String text(String setting, String value, String form, String fix) {
    if (value == null || value.isBlank()) {
      throw new BadSetting(prefix + setting + " is missing", fix);
    }
    if (!value.strip().matches(form)) {
      throw new BadSetting(prefix + setting + " is \"" + value.strip() + "\"", fix);
    }
    return value.strip();
  }

  /**
   * As {@link #text}, without showing the value.
   *
   * @throws BadSetting when it is missing or of another form
   */
  public Secret secret(String setting, Secret value, String form, String fix) {
    if (!value.isSet()) {
      throw new BadSetting(prefix + setting + " is missing", fix);
    }
    if (!value.reveal().matches(form)) {
      throw new BadSetting(prefix + setting + " holds characters that it cannot have", fix);
    }
    return value;
  }

  /**
   * The address of the platform's API without a slash at its end.
   *
   * @throws BadSetting when it is set and is no plain http(s) address
   */
  public URI baseUrl(URI value, String usual) {
    return value == null || value.toString().isBlank()
        ? URI.create(usual)
        : address("base-url", value, usual);
  }

  /**
   * The folder where the platform keeps files, without a slash at its end; null when none is set.
   *
   * @throws BadSetting when it is set and is no plain http(s) address
   */
  public URI filesBaseUrl(URI value) {
    return value == null || value.toString().isBlank()
        ? null
        : address("files-base-url", value, "https://gateway.example/files");
  }

  private URI address(String setting, URI value, String example) {
    if (!isWeb(value) || value.getQuery() != null || value.getFragment() != null) {
      throw new BadSetting(
          prefix + setting + " is \"" + value + "\"", "Set an address like " + example + ".");
    }
    return URI.create(value.toString().replaceFirst("/+$", ""));
  }

  /**
   * Null when there is none.
   *
   * @throws BadSetting when it is not {@code http://host:port}
   */
  public URI proxy(URI value) {
    if (value == null || value.toString().isBlank()) {
      return null;
    }
    if (!"http".equalsIgnoreCase(value.getScheme())
        || value.getHost() == null
        || value.getPort() < 1
        || value.getUserInfo() != null) {
      throw new BadSetting(
          prefix + "proxy is not http://host:port",
          "Set an address like http://proxy.example:3128, without a login.");
    }
    return value;
  }

  private static boolean isWeb(URI value) {
    return ("http".equalsIgnoreCase(value.getScheme())
            || "https".equalsIgnoreCase(value.getScheme()))
        && value.getHost() != null
        && value.getUserInfo() == null;
  }
}
