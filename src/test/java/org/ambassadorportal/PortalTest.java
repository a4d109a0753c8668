package org.ambassadorportal;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.ambassadorportal.demo.TestDatabase;
import org.ambassadorportal.identity.TestPeople;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;

/**
 * A test on the whole portal with a real PostgreSQL. All of them share one application and one database, so each makes
 * its own people and rows and looks at those alone. It answers on a port too ({@code @LocalServerPort}), for what only a
 * real server shows.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@AutoConfigureMockMvc
@ActiveProfiles("test")
@Import({TestDatabase.class, TestClock.Configuration.class, TestPeople.class, Statements.Listening.class})
public @interface PortalTest {}
