package org.communitydesk.policy;

import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Tells a claim about a card or about money from other talk. */
@Component
public class Claims {

  private static final Pattern MONEY =
      Pattern.compile(
          "(?<!\\p{L})(?:карт[аеуыо]\\p{L}*|деньг\\p{L}*|денег|списа\\p{L}*|спис[ыа]ва\\p{L}*"
              + "|перев[её]?[во]\\p{L}*|плат[её]ж\\p{L}*|оплат\\p{L}*|возврат\\p{L}*|рубл\\p{L}*"
              + "|к[еэ]шб[еэ]к\\p{L}*|банкомат\\p{L}*|мошенни\\p{L}*|сч[её]т\\p{L}*)",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  Claims() {}

  /** Whether the text speaks of a card or of money: such a message reaches a person always. */
  public boolean isClaim(String text) {
    return MONEY.matcher(text).find();
  }
}
