package org.communitydesk.sanction;

import net.jqwik.api.Tag;

/** As {@link LadderHistoriesTest}, with as many histories as the profile {@code bench} says. */
@Tag("bench")
class LadderHistoriesBench extends LadderHistoriesTest {}
