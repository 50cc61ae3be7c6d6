package org.communitydesk.contactcenter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.List;
import java.util.Map;
import org.assertj.core.api.AbstractThrowableAssert;
import org.communitydesk.channel.BadSetting;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.core.convert.support.DefaultConversionService;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

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

  @Test
  void environmentVariablesBindAsTheReadmeNamesThem() {
    ContactCenterProperties settings =
        bound(
            ConfigurationPropertySource.from(
                new SystemEnvironmentPropertySource(
                    StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                    Map.of(
                        "DESK_CONTACT_CENTER_FORM", "REST",
                        "DESK_CONTACTCENTER_FORMOF_VIBER", "EMAIL",
                        "DESK_CONTACT_CENTER_MAIL_SMTP_HOST", "mail.example",
                        "DESK_CONTACT_CENTER_MAIL_REFERENCE_KEY", "signs",
                        "DESK_CONTACT_CENTER_REST_SECRETS", "one,two"))));
    assertThat(settings.form()).isEqualTo(Form.REST);
    assertThat(settings.formOf()).containsEntry("viber", Form.EMAIL);
    assertThat(settings.mail().smtp().host()).isEqualTo("mail.example");
    assertThat(settings.mail().referenceKey().reveal()).isEqualTo("signs");
    assertThat(settings.rest().secrets()).hasSize(2);
    assertThat(settings.toString()).doesNotContain("signs", "one");
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
    return bound(source);
  }

  private static ContactCenterProperties bound(ConfigurationPropertySource from) {
    return new Binder(List.of(from), null, new DefaultConversionService(), null)
        .bindOrCreate("desk.contact-center", ContactCenterProperties.class);
  }
}
