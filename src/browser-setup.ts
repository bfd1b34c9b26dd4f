// Components are tested as people see them: with the product's styles.
import './app.css';
