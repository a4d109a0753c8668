package org.ambassadorportal;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.ambassadorportal.bar.Forms;
import org.ambassadorportal.bar.Tours;
import org.ambassadorportal.demo.DemoDatabase;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;

/**
 * A test on the portal as {@code mvn spring-boot:run} shows it: the demo is filled in, one click signs in, and a server
 * listens for browsers. All of them share one application and one database, so they look and leave things as they are;
 * whoever changes something changes it back, or uses what nobody else looks at.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@AutoConfigureMockMvc
@ActiveProfiles({"test", "local"})
@Import({DemoDatabase.class, Statements.Listening.class, Tours.class, Forms.class})
public @interface DemoTest {}
