package org.communitydesk.sandbox.world;

import org.communitydesk.conversation.Platform;
import org.springframework.stereotype.Component;

/** How everybody can be reached; who is not named is reachable. */
@Component
public class Reaches {

  private final Values values;

  Reaches(Values values) {
    this.values = values;
  }

  public Reach of(Platform platform, String person) {
    return values.get(platform, name(person)).map(Reach::valueOf).orElse(Reach.REACHABLE);
  }

  public void set(Platform platform, String person, Reach reach) {
    values.set(platform, name(person), reach.name());
  }

  private static String name(String person) {
    return "reach of " + person;
  }
}
