package org.communitydesk.cockpit;

import java.util.List;
import org.communitydesk.cases.Conversations;
import org.communitydesk.channel.Capabilities;
import org.communitydesk.channel.Channels;
import org.communitydesk.channel.TextLimit;
import org.communitydesk.cockpit.Answers.Channel;
import org.communitydesk.cockpit.Answers.Limits;
import org.communitydesk.conversation.Kind;
import org.communitydesk.publication.Publications;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ChannelsController {

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
    Capabilities capabilities = channel.capabilities();
    Publications.Standing standing = publications.standing(channel.account());
    return new Channel(
        channel.account().platform().id(),
        channel.account().name(),
        standing.held() == null ? "GREEN" : "RED",
        standing.held(),
        capabilities.can().stream().sorted().map(Enum::name).toList(),
        new Limits(limit(capabilities, Kind.COMMENT), limit(capabilities, Kind.PRIVATE)),
        conversations.lastHeard(channel.account()).orElse(null),
        standing.lastPublishedAt(),
        standing.waiting());
  }

  private static TextLimit limit(Capabilities capabilities, Kind kind) {
    return capabilities.textLimits().get(kind);
  }
}
