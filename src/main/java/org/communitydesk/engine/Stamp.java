package org.communitydesk.engine;

import java.io.Serializable;
import java.util.Set;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * With which password and groups somebody signed in. A login ends when the password is another one
 * or a group is missing; a new group does no harm.
 *
 * @param proof tells stored passwords apart and gives none away
 */
record Stamp(String proof, Set<String> groups) implements Serializable {

  static Stamp of(String password, String salt, Set<String> groups) {
    return new Stamp(DigestUtils.sha256Hex(password + " " + salt), Set.copyOf(groups));
  }

  /** Whether a login that was given on this stamp is good while that one holds. */
  boolean holdsUnder(Stamp current) {
    return proof.equals(current.proof) && current.groups.containsAll(groups);
  }
}
