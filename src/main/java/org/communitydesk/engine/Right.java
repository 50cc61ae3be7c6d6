package org.communitydesk.engine;

import java.util.List;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Resource;

/** What one group may do with one thing, or with all of a kind ({@code *}). */
record Right(StaffGroup group, Resource resource, String id, List<Permission> permissions) {

  static Right of(StaffGroup group, Resource resource, String id, Permission... permissions) {
    return new Right(group, resource, id, List.of(permissions));
  }

  void grant(AuthorizationService authorizations) {
    Authorization granted = find(authorizations);
    Permission[] wanted = permissions.toArray(Permission[]::new);
    if (granted == null) {
      granted = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
      granted.setGroupId(group.id());
      granted.setResource(resource);
      granted.setResourceId(id);
    } else if (permissions.stream().allMatch(granted::isPermissionGranted)) {
      return;
    }
    granted.setPermissions(wanted);
    authorizations.saveAuthorization(granted);
  }

  private Authorization find(AuthorizationService authorizations) {
    return authorizations
        .createAuthorizationQuery()
        .authorizationType(Authorization.AUTH_TYPE_GRANT)
        .groupIdIn(group.id())
        .resourceType(resource)
        .resourceId(id)
        .singleResult();
  }
}
