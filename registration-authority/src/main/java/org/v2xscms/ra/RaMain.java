package org.v2xscms.ra;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.v2xscms.kernel.authority.AuthorityRim;
import org.v2xscms.kernel.authority.AuthorityStart;
import org.v2xscms.kernel.exchange.BackEndController;
import org.v2xscms.ra.download.DownloadController;
import org.v2xscms.ra.misbehaviour.ReportController;
import org.v2xscms.ra.publication.PublicationBeans;
import org.v2xscms.ra.request.CertificateRequestController;
import org.v2xscms.ra.successor.SuccessorController;

/**
 * The registration authority. Asks the peers {@code eca la1 la2 pca ma}; is asked by devices and by the misbehaviour
 * authority. Settings: {@link RaSettings} and those every authority has.
 */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@EnableConfigurationProperties(RaSettings.class)
@Import({
    AuthorityRim.class,
    BackEndController.class,
    DeviceBeans.class,
    ProvisioningBeans.class,
    PublicationBeans.class,
    CertificateRequestController.class,
    DownloadController.class,
    SuccessorController.class,
    ReportController.class
})
public class RaMain {

    static void main(String[] arguments) {
        AuthorityStart.main(RaMain.class, arguments);
    }
}
