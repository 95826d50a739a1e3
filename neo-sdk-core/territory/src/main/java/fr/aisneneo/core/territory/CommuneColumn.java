package fr.aisneneo.core.territory;

/** The columns of the file, under their French names. */
enum CommuneColumn {
    CODE("code_insee"),
    NAME("nom"),
    POSTCODES("codes_postaux"),
    POPULATION("population"),
    SIREN("siren"),
    ARRONDISSEMENT("code_arrondissement"),
    EPCI_SIREN("siren_epci"),
    EPCI_NAME("nom_epci");

    private final String header;

    CommuneColumn(String header) {
        this.header = header;
    }

    String header() {
        return header;
    }
}
