package org.communitydesk.cockpit;

import java.util.List;
import org.communitydesk.cases.Conversations;
import org.communitydesk.channel.Channels;
import org.communitydesk.cockpit.Answers.Channel;
import org.communitydesk.cockpit.Answers.Limits;
import org.communitydesk.conversation.Kind;
import org.communitydesk.publication.Publications;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ChannelsController {

  private static final List<String> CAPABILITIES =
      List.of("HEAR_COMMENTS", "HEAR_PRIVATE", "REPLY", "REPLY_PRIVATE");

  private final Channels channels;
  private final Conversations conversations;
  private final Publications publications;

  ChannelsController(Channels channels, Conversations conversations, Publications publications) {
    this.channels = channels;
    this.conversations = conversations;
    this.publications = publications;
  }

  @GetMapping("/api/channels")
  List<Channel> list() {
    return channels.all().stream().map(this::channel).toList();
  }

  private Channel channel(org.communitydesk.channel.Channel channel) {
    Publications.Standing standing = publications.standing(channel.account());
    return new Channel(
        channel.account().platform().id(),
        channel.account().name(),
        standing.held() == null ? "GREEN" : "RED",
        standing.held(),
        CAPABILITIES,
        new Limits(channel.textLimit(Kind.COMMENT), channel.textLimit(Kind.PRIVATE)),
        conversations.lastHeard(channel.account()).orElse(null),
        standing.lastPublishedAt(),
        standing.waiting());
  }
}
