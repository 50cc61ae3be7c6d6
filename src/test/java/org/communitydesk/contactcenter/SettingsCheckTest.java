package org.communitydesk.contactcenter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import org.assertj.core.api.AbstractThrowableAssert;
import org.communitydesk.channel.BadSetting;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.core.convert.support.DefaultConversionService;

class SettingsCheckTest {

  private final MapConfigurationPropertySource source = new MapConfigurationPropertySource();

  @Test
  void nothingIsNeededForTheQueue() {
    assertThatCode(this::start).doesNotThrowAnyException();
    assertThat(bound().form()).isEqualTo(Form.QUEUE);
  }

  @Test
  void lettersNeedAddressesServersAndAKey() {
    set("form", "EMAIL");
    assertFault("mail.from");
    set("mail.from", "desk@brand.example");
    assertFault("mail.to");
    set("mail.to", "people@center.example");
    set("mail.reference-key", "short");
    assertFault("mail.reference-key").hasMessageNotContaining("\"short\"");
    set("mail.reference-key", "long-enough-to-sign-with");
    assertFault("mail.smtp.host");
    set("mail.smtp.host", "mail.example");
    set("mail.imap.host", "mail.example");
    assertFault("mail.imap.username");
    set("mail.imap.username", "desk");
    assertFault("mail.imap.password");
    set("mail.imap.password", "secret");
    assertThatCode(this::start).doesNotThrowAnyException();
  }

  @Test
  void callsNeedAnAddressAndSecretsOfTheStandard() {
    set("form-of.vk", "REST");
    assertFault("rest.url");
    set("rest.url", "https://center.example/questions");
    assertFault("rest.secrets");
    set("rest.secrets", "whsec_dG9vIHNob3J0");
    assertFault("rest.secrets").hasMessageNotContaining("dG9v");
    set("rest.secrets", "whsec_c2FuZGJveC1zYW5kYm94LXNhbmRib3gtc2FuZGJveC0=");
    assertThatCode(this::start).doesNotThrowAnyException();
    set("form-of.icq", "REST");
    assertFault("form-of.icq");
  }

  private AbstractThrowableAssert<?, ?> assertFault(String setting) {
    return assertThatCode(this::start)
        .isInstanceOf(BadSetting.class)
        .hasMessageContaining("desk.contact-center." + setting);
  }

  private void set(String name, String value) {
    source.put("desk.contact-center." + name, value);
  }

  private void start() {
    assertThat(new SettingsCheck(bound())).isNotNull();
  }

  private ContactCenterProperties bound() {
    return new Binder(java.util.List.of(source), null, new DefaultConversionService(), null)
        .bindOrCreate("desk.contact-center", ContactCenterProperties.class);
  }
}
