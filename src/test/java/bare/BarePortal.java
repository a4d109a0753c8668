package bare;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.PropertyPlaceholderAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.servlet.autoconfigure.HttpEncodingAutoConfiguration;
import org.springframework.boot.thymeleaf.autoconfigure.ThymeleafAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * The ceiling for the load programs: what a bare Spring Boot page of twelve rows through JPA costs on the same machine,
 * with the portal's own settings of server, pool and templates, and without sign-in, session, shell and search.
 * Outside the portal's packages, so that none of it is found there.
 */
@SpringBootConfiguration
@AutoConfigurationPackage
@EnableJpaRepositories(considerNestedRepositories = true)
@ImportAutoConfiguration({
    PropertyPlaceholderAutoConfiguration.class,
    TomcatServletWebServerAutoConfiguration.class,
    DispatcherServletAutoConfiguration.class,
    WebMvcAutoConfiguration.class,
    HttpEncodingAutoConfiguration.class,
    HttpMessageConvertersAutoConfiguration.class,
    ThymeleafAutoConfiguration.class,
    DataSourceAutoConfiguration.class,
    TransactionAutoConfiguration.class,
    HibernateJpaAutoConfiguration.class
})
public class BarePortal {

    /** A row of the page. */
    @Entity
    @Table(name = "bare_row")
    public static class BareRow {
        @Id
        private Long id;

        private String title;
        private String name;
        private String status;
        private Instant receivedAt;

        public Long getId() {
            return id;
        }

        public String getTitle() {
            return title;
        }

        public String getName() {
            return name;
        }

        public String getStatus() {
            return status;
        }

        public Instant getReceivedAt() {
            return receivedAt;
        }
    }

    interface BareRows extends JpaRepository<BareRow, Long> {
        List<BareRow> findTop12ByOrderByIdDesc();
    }

    @Controller
    static class BareController {
        private final BareRows rows;

        BareController(BareRows rows) {
            this.rows = rows;
        }

        @GetMapping("/")
        String page(Model model) {
            model.addAttribute("rows", rows.findTop12ByOrderByIdDesc());
            return "bare/page";
        }
    }

    /** Starts it on a port of its own; its table {@code bare_row} must be there. */
    public static ConfigurableApplicationContext start(String url, String user, String password) {
        return new SpringApplicationBuilder(BarePortal.class)
                .profiles("test")
                .properties("spring.config.name=application")
                .run(
                        "--server.port=0",
                        "--spring.datasource.url=" + url,
                        "--spring.datasource.username=" + user,
                        "--spring.datasource.password=" + password);
    }
}
