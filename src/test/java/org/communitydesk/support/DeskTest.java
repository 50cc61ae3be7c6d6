package org.communitydesk.support;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.communitydesk.CommunityDesk;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;

/**
 * A test against the whole running desk: profile {@code sandbox}, a real port, a PostgreSQL of its
 * own that begins empty in {@code target/postgres-test}.
 *
 * <p>Annotate the class with {@code @DeskTest} and nothing else ({@code @Autowired} fields and
 * constructor parameters work; the address is {@link Desk#address}). All such classes of one JVM
 * share one running application, so do not add {@code @MockitoBean}, {@code @TestPropertySource} or
 * other profiles: each would start a second one on the same port. Tests share the database too:
 * make data of your own (other authors, other posts) rather than counting everybody's.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(classes = CommunityDesk.class, webEnvironment = WebEnvironment.DEFINED_PORT)
@ActiveProfiles("sandbox")
@ContextConfiguration(initializers = FreshDesk.class)
public @interface DeskTest {}
