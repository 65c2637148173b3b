//! Who speaks for whom.

mod niemand_spreekt;
mod partij_bestaat_dan_niet;
mod plaatsvervanger_is_houder;
mod spreker_van_buiten;
mod spreker_zonder_zetel;
mod twee_sprekers;
mod vertegenwoordiging_in_een_keten;
mod voorzitter_niet_van_centrumgemeente;
mod zetel_onbezet;
mod zit_op_andermans_zetel;

family! { "vertegenwoordiging":
    "niemand-spreekt" niemand_spreekt Error Meeting [7] "Op de dag van de vergadering spreekt niemand voor een gemeente.";
    "twee-sprekers" twee_sprekers Error Region [7] "Twee partijen spreken tegelijk voor dezelfde partij.";
    "vertegenwoordiging-in-een-keten" vertegenwoordiging_in_een_keten Error Region [8] "Wie voor een ander spreekt, wordt zelf vertegenwoordigd.";
    "spreker-van-buiten" spreker_van_buiten Error Region [9] "Wie voor een subregio spreekt, hoort er niet bij.";
    "spreker-zonder-zetel" spreker_zonder_zetel Error Meeting [10] "Wie voor anderen spreekt, heeft op die dag geen zetel.";
    "zetel-onbezet" zetel_onbezet Warning Meeting [10] "Een zetel heeft op de dag van de vergadering niemand meer.";
    "plaatsvervanger-is-houder" plaatsvervanger_is_houder Warning Region [11] "De plaatsvervanger is dezelfde als wie vervangen wordt.";
    "partij-bestaat-dan-niet" partij_bestaat_dan_niet Error Region [12] "Een partij wordt genoemd voor een dag waarop zij niet bestaat.";
    "voorzitter-niet-van-centrumgemeente" voorzitter_niet_van_centrumgemeente Warning Region [4] "De voorzitter komt niet van de centrumgemeente.";
    "zit-op-andermans-zetel" zit_op_andermans_zetel Error Meeting [13] "Iemand zat op een zetel die niet van die partij is.";
}
