package org.ambassadorportal;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.ambassadorportal.demo.TestDatabase;
import org.ambassadorportal.identity.TestPeople;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;

/**
 * A test on a portal that answers on a port ({@code @LocalServerPort}), for what only a real server shows: cookies,
 * error pages, headers of the container. Not the application of {@link PortalTest}, because what MockMvc does to the
 * filters of its tests (a session for each form's token) would show here.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ActiveProfiles("test")
@Import({TestDatabase.class, TestClock.Configuration.class, TestPeople.class})
public @interface ServerTest {}
