package org.communitydesk.channel;

import java.net.URI;
import java.util.function.Supplier;
import org.communitydesk.conversation.Account;
import org.communitydesk.conversation.Platform;
import org.communitydesk.http.Download;
import org.communitydesk.http.FailureTable;
import org.communitydesk.http.PlatformApi;
import org.communitydesk.http.Secret;

/**
 * One account as the operator has set it up: its settings, checked, and the tools that every
 * platform's package makes of them. A fault names the setting in full.
 */
public final class ChannelConfig {

  private final Account account;
  private final ChannelSettings settings;
  private final SettingCheck check;
  private final URI base;
  private final URI files;
  private final URI proxy;

  /**
   * @param name the account's name in the settings
   * @param usualBase the platform's public API, where {@code base-url} is not set
   * @throws BadSetting when {@code base-url}, {@code files-base-url} or {@code proxy} is no address
   */
  public ChannelConfig(Platform platform, String name, ChannelSettings settings, String usualBase) {
    this.account = new Account(platform, name);
    this.settings = settings;
    this.check = new SettingCheck(platform, name);
    this.base = check.baseUrl(settings.baseUrl(), usualBase);
    this.files = check.filesBaseUrl(settings.filesBaseUrl());
    this.proxy = check.proxy(settings.proxy());
  }

  public Account account() {
    return account;
  }

  public ChannelSettings settings() {
    return settings;
  }

  /**
   * The brand's own id on the platform.
   *
   * @param form a regular expression of the whole value
   * @param fix what to set, one sentence
   * @throws BadSetting when it is missing or of another form
   */
  public String ownId(String form, String fix) {
    return text("own-id", settings.ownId(), form, fix);
  }

  /**
   * The key with which the platform is called.
   *
   * @throws BadSetting when it is missing or of another form
   */
  public Secret token(String form, String fix) {
    return secret("token", settings.token(), form, fix);
  }

  /**
   * As {@link SettingCheck#text}.
   *
   * @throws BadSetting when it is missing or of another form
   */
  public String text(String setting, String value, String form, String fix) {
    return check.text(setting, value, form, fix);
  }

  /**
   * As {@link #text}, but null when it is not set.
   *
   * @throws BadSetting when it is of another form
   */
  public String optional(String setting, String value, String form, String fix) {
    return value == null || value.isBlank() ? null : text(setting, value, form, fix);
  }

  /**
   * As {@link SettingCheck#secret}.
   *
   * @throws BadSetting when it is missing or of another form
   */
  public Secret secret(String setting, Secret value, String form, String fix) {
    return check.secret(setting, value, form, fix);
  }

  /** Whether the account is asked for its events instead of waiting for its hook. */
  public boolean isAsked() {
    return settings.polling();
  }

  /** The address of the platform's API without a slash at its end. */
  public URI base() {
    return base;
  }

  /**
   * The platform's API.
   *
   * @param path what follows the base address, with a slash at its beginning; may be empty
   */
  public PlatformApi api(String path, FailureTable failures) {
    return new PlatformApi(URI.create(base + path), proxy, failures);
  }

  /**
   * The platform's API whose addresses hold a key.
   *
   * @param path as in {@link #api(String, FailureTable)}, asked for at each call
   */
  public PlatformApi api(Supplier<String> path, FailureTable failures) {
    return api("", failures).under(() -> URI.create(base + path.get()));
  }

  /**
   * Fetches attachments: what strangers' links lead to, the API's own files, and what lies in the
   * folder that {@code files-base-url} names.
   */
  public Download download() {
    return new Download(files, proxy);
  }
}
