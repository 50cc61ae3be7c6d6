/**
 * PostgreSQL that comes along: started beside the application when no {@code spring.datasource.url}
 * is set, kept between runs in {@code desk.database.directory}.
 *
 * <p>Doors: {@link org.communitydesk.database.QuickConnections} for what must not wait, {@link
 * org.communitydesk.database.AdvisoryLock} for one at a time over all nodes; else Spring Boot's
 * {@code DataSource} finds the server by itself. Not here: tables (see {@code db/migration}) and
 * settings of the connection pool.
 */
@ApplicationModule(
    displayName = "Database",
    allowedDependencies = {})
package org.communitydesk.database;

import org.springframework.modulith.ApplicationModule;
