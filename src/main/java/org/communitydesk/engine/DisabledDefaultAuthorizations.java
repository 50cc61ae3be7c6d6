package org.communitydesk.engine;

import org.camunda.bpm.engine.impl.cfg.auth.DefaultAuthorizationProvider;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.camunda.bpm.engine.task.Task;

/**
 * Keeps the table of authorizations small: with a row per task, counting a queue of 100,000 tasks
 * takes 20 seconds instead of 0.1. Groups see tasks by a right on the process (see {@link Rights}),
 * and the guard of each task decides who works it. Advocates, who have few tasks, see those alone
 * and nothing else of the process, so theirs have a row.
 */
class DisabledDefaultAuthorizations extends DefaultAuthorizationProvider {

  private static final AuthorizationEntity[] NONE = {};

  @Override
  protected AuthorizationEntity[] createOrUpdateAuthorizations(
      Task task, String groupId, String userId) {
    return StaffGroup.ADVOCATES.id().equals(groupId)
        ? super.createOrUpdateAuthorizations(task, groupId, userId)
        : NONE;
  }
}
