package org.communitydesk.process.appeal;

import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.communitydesk.cases.CaseFile;
import org.communitydesk.cases.CaseFiles;
import org.communitydesk.channel.Channel;
import org.communitydesk.channel.Channels;
import org.communitydesk.channel.ProfileLookup;
import org.communitydesk.channel.ProfileLookup.Known;
import org.communitydesk.http.CallFailure;
import org.communitydesk.process.OutsideTask;
import org.communitydesk.process.Variables;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Description;
import org.springframework.stereotype.Component;

@Component
@Description(
    "Забирает с платформы вложения, имя автора и число его подписчиков, пока ссылки не устарели.")
class GatherContext implements OutsideTask {

  private static final Logger log = LoggerFactory.getLogger(GatherContext.class);

  private final CaseFiles files;
  private final AttachmentFetcher fetcher;
  private final AttachmentFetching fetching;
  private final Channels channels;

  GatherContext(
      CaseFiles files, AttachmentFetcher fetcher, AttachmentFetching fetching, Channels channels) {
    this.files = files;
    this.fetcher = fetcher;
    this.fetching = fetching;
    this.channels = channels;
  }

  @Override
  public void execute(DelegateExecution execution) {
    CaseFile file = files.of(Variables.CASE_ID.in(execution));
    Channel channel = channels.of(file.account());
    if (file.author().name().isEmpty()) {
      channel.as(ProfileLookup.class).ifPresent(names -> knowAuthor(execution, file, names));
    }
    fetcher.fetch(file).ifPresent(at -> fetching.goOn(file.caseId(), at));
  }

  private void knowAuthor(DelegateExecution execution, CaseFile file, ProfileLookup channel) {
    String id = file.author().id();
    try {
      Known author = channel.people(Set.of(id)).get(id);
      if (author != null) {
        files.nameAuthor(file.account().platform(), id, author.name());
        Variables.AUDIENCE.set(execution, author.followers());
      }
    } catch (CallFailure nameless) {
      // the moderator sees the id; an appeal does not wait for a name
      log.info("No name for {} {}: {}", file.account(), file.author().id(), nameless.getMessage());
    }
  }
}
