package org.ambassadorportal;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The application; everything else stands in the rooms below this package. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class AmbassadorPortal {

    public static void main(String[] arguments) {
        SpringApplication.run(AmbassadorPortal.class, arguments);
    }
}
