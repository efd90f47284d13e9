package org.v2xscms.kernel.time;

import java.time.InstantSource;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.v2xscms.codec.SuppressForbidden;

/** Gives an authority the machine's clock, unless its starter registered another {@link InstantSource}. */
@Configuration(proxyBeanMethods = false)
public class TimeConfiguration {

    @Bean
    @ConditionalOnMissingBean
    @SuppressForbidden("here the system clock enters an authority")
    InstantSource instantSource() {
        return InstantSource.system();
    }
}
