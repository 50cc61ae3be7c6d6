package org.communitydesk.channel.x;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.communitydesk.channel.BadSetting;
import org.communitydesk.channel.ChannelConfig;
import org.communitydesk.channel.ChannelSettings;
import org.communitydesk.channel.Renewals;
import org.communitydesk.http.CallFailure;
import org.communitydesk.http.Content;
import org.communitydesk.http.FailureTable;
import org.communitydesk.http.HttpAnswer;
import org.communitydesk.http.PlatformApi;
import org.communitydesk.http.Secret;

/**
 * The account's token: the one in the settings for good, or with a refresh token a new one every
 * two hours.
 */
final class XAccess implements PlatformApi.Renewal {

  private static final String BEARER = "Bearer ";
  private static final long TWO_HOURS = 7200;

  private final ChannelSettings settings;
  private final Renewals renewals;
  private final Renewals.Lease lease;
  private final PlatformApi api;
  private final Clock clock;

  /**
   * @throws BadSetting when there is a refresh token and not what it needs
   */
  XAccess(ChannelConfig channelConfig, Optional<Renewals> renewals, Clock clock) {
    this.settings = channelConfig.settings();
    this.clock = clock;
    this.renewals = renewals.orElse(null);
    boolean isRenewed = settings.refreshToken().isSet();
    if (isRenewed) {
      channelConfig.text(
          "client-id",
          settings.clientId(),
          "\\S+",
          "Set it to the OAuth 2.0 client id of the app that the refresh token was given to.");
      if (renewals.isEmpty() || !renewals.get().canKeep()) {
        throw new BadSetting(
            "A refresh-token of X is set, and desk.secret-key is not",
            "Set desk.secret-key: new tokens are kept sealed with it.");
      }
    }
    this.lease =
        isRenewed
            ? new Renewals.Lease(
                channelConfig.account(), settings.token(), settings.refreshToken(), this::exchange)
            : null;
    this.api = channelConfig.api("/2", new Refusals()).with(this::application);
  }

  /** The header that every call carries. */
  Map<String, String> bearer() {
    Secret token = lease == null ? settings.token() : renewals.token(lease);
    return Map.of("Authorization", BEARER + token.reveal());
  }

  @Override
  public boolean renew(Map<String, String> sent) {
    if (lease == null) {
      return false;
    }
    renewals.renew(lease, Secret.of(sent.get("Authorization").substring(BEARER.length())));
    return true;
  }

  private Renewals.Fresh exchange(Secret refreshToken) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("grant_type", "refresh_token");
    fields.put("refresh_token", refreshToken.reveal());
    fields.put("client_id", settings.clientId().strip());
    JsonNode given = api.ask("oauth2/token", Content.form(fields));
    Secret token = Secret.of(given.path("access_token").asText(""));
    Secret next = Secret.of(given.path("refresh_token").asText(""));
    if (!token.isSet()) {
      throw new CallFailure.LockedOut("X не выдал нового ключа");
    }
    return new Renewals.Fresh(
        token,
        next.isSet() ? next : refreshToken,
        clock.instant().plusSeconds(given.path("expires_in").asLong(TWO_HOURS)));
  }

  /** A confidential client says who it is, a public one has nothing to prove it with. */
  private Map<String, String> application() {
    if (!settings.clientSecret().isSet()) {
      return Map.of();
    }
    String pair = settings.clientId().strip() + ":" + settings.clientSecret().reveal();
    return Map.of(
        "Authorization",
        "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
  }

  private static final class Refusals implements FailureTable {

    @Override
    public Optional<CallFailure> judge(HttpAnswer answer) {
      return answer.status() == 400 || answer.status() == 401 || answer.status() == 403
          ? Optional.of(
              new CallFailure.LockedOut(
                  "X не продлевает ключ ("
                      + answer.status()
                      + "): нужны новые token и refresh-token"))
          : Optional.empty();
    }
  }
}
