package org.communitydesk.privacy;

import java.util.List;
import org.communitydesk.conversation.Platform;

/** Who has written to the brand; the case files know. */
public interface KnowsPersons {

  /** The person with everything of theirs; one without cases has empty lists. */
  Subject subject(Platform platform, String authorId, String pseudonym);

  /** As {@link #subject}, of a person who was erased under that pseudonym. */
  Subject erased(Platform platform, String authorId, String pseudonym);

  /** One case alone, of a person whose other cases stay. */
  Subject expired(long caseId, String pseudonym);

  /**
   * Persons with that id or a name that contains it.
   *
   * @param q not blank
   */
  List<Acquaintance> search(String q, int limit);

  /**
   * Somebody who has written.
   *
   * @param name empty when the platform told none
   */
  record Acquaintance(String platform, String authorId, String name, long appeals) {}
}
