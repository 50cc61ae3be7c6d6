package org.communitydesk.channelhealth;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.List;
import org.communitydesk.channel.BadSetting;
import org.communitydesk.channel.Keyring;
import org.communitydesk.channelhealth.WatchRoom.RoomTest;
import org.communitydesk.conversation.Account;
import org.communitydesk.conversation.Platform;
import org.communitydesk.http.Secret;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

@RoomTest
class KeysTest {

  private static final Account ACCOUNT = new Account(Platform.VK, "main");

  private final Keys keys;
  private final Vault vault;
  private final JdbcClient jdbc;
  private final Clock clock;

  KeysTest(Keys keys, Vault vault, JdbcClient jdbc, Clock clock) {
    this.keys = keys;
    this.vault = vault;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @BeforeEach
  @AfterEach
  void forget() {
    jdbc.sql("delete from channel_key").update();
    List.of(Keyring.Key.values()).forEach(key -> keys.remove(ACCOUNT, key));
  }

  @Test
  void aNewKeyCountsAtOnceAndOnEveryNode() {
    Secret live = ScriptedChannel.settings.token();
    assertThat(live.reveal()).isEqualTo("from-settings");

    keys.put(ACCOUNT, Keyring.Key.TOKEN, Secret.of("changed"), "admin");

    assertThat(live.reveal()).isEqualTo("changed");
    assertThat(live).hasToString("***");
    assertThat(new Keys(jdbc, vault, clock).find(ACCOUNT, Keyring.Key.TOKEN).orElseThrow().reveal())
        .isEqualTo("changed");
    assertThat(ScriptedChannel.settings.adminToken().isSet()).isFalse();

    keys.remove(ACCOUNT, Keyring.Key.TOKEN);
    assertThat(live.reveal()).isEqualTo("from-settings");
  }

  @Test
  void theDatabaseHoldsNoReadableKey() {
    keys.put(ACCOUNT, Keyring.Key.TOKEN, Secret.of("very-secret-token"), "admin");
    byte[] sealed =
        jdbc.sql("select sealed from channel_key").query((row, i) -> row.getBytes(1)).single();
    assertThat(new String(sealed, ISO_8859_1)).doesNotContain("very-secret");
  }

  @Test
  void aKeyOfAnotherPlaceOrAnotherVaultIsNotTaken() {
    keys.put(ACCOUNT, Keyring.Key.TOKEN, Secret.of("changed"), "admin");
    Vault other = new Vault("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=");
    assertThat(new Keys(jdbc, other, clock).find(ACCOUNT, Keyring.Key.TOKEN)).isEmpty();
    assertThat(new Keys(jdbc, new Vault(""), clock).find(ACCOUNT, Keyring.Key.TOKEN)).isEmpty();

    jdbc.sql("update channel_key set kind = 'ADMIN_TOKEN'").update();
    assertThat(new Keys(jdbc, vault, clock).find(ACCOUNT, Keyring.Key.ADMIN_TOKEN)).isEmpty();
  }

  @Test
  void aSecretKeyOfTheWrongLengthStopsTheStart() {
    assertThatThrownBy(() -> new Vault("c2hvcnQ=")).isInstanceOf(BadSetting.class);
    assertThatThrownBy(() -> new Vault("не Base64")).isInstanceOf(BadSetting.class);
    assertThat(new Vault(" ").isOpen()).isFalse();
  }
}
