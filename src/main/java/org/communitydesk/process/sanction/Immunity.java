package org.communitydesk.process.sanction;

import java.util.Optional;
import org.communitydesk.cases.CaseFile;
import org.communitydesk.channel.Channel;
import org.communitydesk.channel.Channels;
import org.communitydesk.channel.StaffLookup;
import org.communitydesk.http.CallFailure;
import org.communitydesk.sanction.Ladder;
import org.communitydesk.sanction.Offender;
import org.springframework.stereotype.Component;

/** Whom no measure may hit: nobody in particular, ourselves, and who runs the community. */
@Component
class Immunity {

  private final Ladder ladder;
  private final Channels channels;

  Immunity(Ladder ladder, Channels channels) {
    this.ladder = ladder;
    this.channels = channels;
  }

  /**
   * Why the author is beyond the ladder, Russian; empty for everybody else.
   *
   * @throws CallFailure.Busy when the platform cannot be asked now
   */
  Optional<String> of(CaseFile file) {
    String author = file.author().id();
    if (author.isBlank()) {
      return Optional.of("у автора нет личной учётной записи, к которой её можно применить.");
    }
    if (ladder.isOwn(new Offender(file.account(), author))) {
      return Optional.of("это учётная запись самого бренда.");
    }
    return isStaff(channels.of(file.account()), author)
        ? Optional.of("автор управляет сообществом на платформе. Разберитесь с ним лично.")
        : Optional.empty();
  }

  /** Where the platform does not say it, a person has looked at the message before. */
  private static boolean isStaff(Channel channel, String author) {
    try {
      return channel.as(StaffLookup.class).filter(staff -> staff.isStaff(author)).isPresent();
    } catch (CallFailure.Refused | CallFailure.LockedOut unknown) {
      return false;
    }
  }
}
