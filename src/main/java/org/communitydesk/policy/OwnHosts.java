package org.communitydesk.policy;

import java.util.List;
import java.util.Locale;
import org.communitydesk.policy.Word.Kind;

/** Hosts whose links are no advertising, with what stands below them. */
final class OwnHosts {

  private final List<String> hosts;

  OwnHosts(List<String> hosts) {
    this.hosts = hosts.stream().map(host -> host.toLowerCase(Locale.ROOT).strip()).toList();
  }

  boolean owns(Word word) {
    return word.kind() == Kind.LINK && owns(word.text());
  }

  /** Whether the link or the address of e-mail is on one of the hosts. */
  boolean owns(String link) {
    String host = host(link.toLowerCase(Locale.ROOT));
    return hosts.stream().anyMatch(own -> host.equals(own) || host.endsWith("." + own));
  }

  private static String host(String link) {
    String rest = link.replaceFirst("^h..?ps?://", "");
    int end = 0;
    while (end < rest.length() && "/\\?#:".indexOf(rest.charAt(end)) < 0) {
      end++;
    }
    String authority = rest.substring(0, end);
    return authority.substring(authority.indexOf('@') + 1);
  }
}
