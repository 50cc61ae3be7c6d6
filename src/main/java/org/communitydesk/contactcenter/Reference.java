package org.communitydesk.contactcenter;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.communitydesk.http.Hmac;
import org.communitydesk.http.Secret;

/** The mark by which a letter's answer finds its request; nobody else can make one. */
final class Reference {

  private static final int SIGNATURE = 20;
  private static final Pattern MARK =
      Pattern.compile("\\bcc-([0-9]{1,18})-([0-9a-f]{20})\\b", Pattern.CASE_INSENSITIVE);

  private final Secret key;

  Reference(Secret key) {
    this.key = key;
  }

  String of(long requestId) {
    return "CC-" + requestId + "-" + signature(requestId);
  }

  /** The request that a true mark in the text names; empty when there is none. */
  OptionalLong find(String text) {
    Matcher mark = MARK.matcher(text);
    while (mark.find()) {
      long requestId = Long.parseLong(mark.group(1));
      if (Secret.of(signature(requestId)).matches(mark.group(2).toLowerCase(Locale.ROOT))) {
        return OptionalLong.of(requestId);
      }
    }
    return OptionalLong.empty();
  }

  /** Whether something in the text looks like a mark, true or not. */
  boolean isClaimed(String text) {
    return MARK.matcher(text).find();
  }

  private String signature(long requestId) {
    byte[] signed = ("contact-center-request:" + requestId).getBytes(StandardCharsets.UTF_8);
    return Hmac.hex(key, signed).substring(0, SIGNATURE);
  }
}
