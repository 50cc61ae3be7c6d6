package org.communitydesk.engine;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.camunda.bpm.engine.identity.PasswordPolicy;
import org.camunda.bpm.engine.identity.PasswordPolicyRule;
import org.camunda.bpm.engine.identity.User;
import org.communitydesk.security.PasswordRule;

/** The rules for passwords in the engine's words. */
class DeskPasswordPolicy implements PasswordPolicy {

  private final List<PasswordPolicyRule> rules =
      Stream.of(PasswordRule.values()).<PasswordPolicyRule>map(Rule::new).toList();

  @Override
  public List<PasswordPolicyRule> getRules() {
    return rules;
  }

  private record Rule(PasswordRule rule) implements PasswordPolicyRule {

    /** The webapps show a name that they have no translation for as it is. */
    @Override
    public String getPlaceholder() {
      return rule.sentence();
    }

    @Override
    public Map<String, String> getParameters() {
      return Map.of();
    }

    @Override
    public boolean execute(String password) {
      return rule.isKeptBy(password, List.of());
    }

    @Override
    public boolean execute(String password, User user) {
      return rule.isKeptBy(password, user == null ? List.of() : personal(user));
    }

    private static List<String> personal(User user) {
      return Stream.of(user.getId(), user.getFirstName(), user.getLastName(), user.getEmail())
          .filter(Objects::nonNull)
          .toList();
    }
  }
}
